using Microsoft.Extensions.Configuration;
using NewsAlerts.Functions;

namespace NewsAlerts.HostTests.Infra;

public sealed class TraceSamplingSettingTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("1", 1)]
    [InlineData("0.25", 0.25)]
    [InlineData("0", 0)]
    public void Read_Share_IsTaken(string? text, float ratio) => Assert.Equal(ratio, TraceSamplingSetting.Read(Configured(text)));

    [Theory]
    [InlineData("10%")]
    [InlineData("0,1")]
    [InlineData("1.1")]
    [InlineData("-1")]
    [InlineData("NaN")]
    public void Read_NoShare_SaysWhereToMendIt(string text)
    {
        var error = Assert.Throws<FormatException>(() => TraceSamplingSetting.Read(Configured(text)));

        Assert.Equal($"TRACE_SAMPLING_RATIO is '{text}': write a number from 0 (no traces) to 1 (all of them).", error.Message);
    }

    private static IConfiguration Configured(string? text) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("TRACE_SAMPLING_RATIO", text)]).Build();
}
