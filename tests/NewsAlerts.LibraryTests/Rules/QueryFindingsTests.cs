using NewsAlerts.Rules;
using NewsAlerts.Rules.Explaining;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.LibraryTests.Rules;

public class QueryFindingsTests
{
    private static readonly ItemText Item = new(
        "Lavrov: Moscow backs Beijing", "The minister bought a car.", "A strike began. Much later, at the port, Lavrov spoke.");

    [Theory]
    [InlineData("Lavrov Taiwan", false, "Lavrov: in the title and the body; Taiwan: nowhere")]
    [InlineData("Lavrov Beijing", true, "Lavrov: in the title and the body; Beijing: in the title")]
    [InlineData("minister NOT car", false, "minister: in the summary; NOT car: but it stands there (car: in the summary)")]
    [InlineData("minister NOT train", true, "minister: in the summary")]
    [InlineData("cholera OR mpox", false, "cholera: nowhere; mpox: nowhere")]
    [InlineData("cholera OR Lavrov", true, "Lavrov: in the title and the body")]
    [InlineData("Taiwan (cholera OR Moscow)", false, "Taiwan: nowhere; Moscow: in the title")]
    [InlineData("title:Moscow", true, "title:Moscow: in the title")]
    [InlineData("title:(Moscow car)", false, "title:Moscow: in the title; title:car: not there, but in the summary")]
    [InlineData("strike NEAR/6 port", true, "strike NEAR/6 port: in the body")]
    [InlineData("strike NEAR/2 port", false, "strike NEAR/2 port: not so close together (strike: in the body; port: in the body)")]
    [InlineData("strike NEAR/2 Taiwan", false, "strike: in the body; Taiwan: nowhere")]
    [InlineData("\"Moscow backs\" minist*", true, "\"Moscow backs\": in the title; minist*: in the summary")]
    [InlineData("title:/Mosc[a-z]+/ author:Smith", false, "title:/Mosc[a-z]+/: in the title; author:Smith: nowhere")]
    [InlineData("title:/minist[a-z]+/ site:example.org", false, "title:/minist[a-z]+/: not there, but in the summary; site:example.org: nowhere")]
    [InlineData("=moscow name:\"Sergei Lavrov\"", false, "=moscow: nowhere; name:\"Sergei Lavrov\": in the title and the body")]
    [InlineData("feed:wire mosc?w", false, "feed:wire: nowhere; mosc?w: in the title")]
    [InlineData("Lavrov NOT (car Taiwan)", true, "Lavrov: in the title and the body")]
    [InlineData("Lavrov NOT (car OR Taiwan)", false, "Lavrov: in the title and the body; NOT (car OR Taiwan): but it stands there (car: in the summary)")]
    public void Of_Query_SaysWhatIsThereAndWhatIsMissing(string query, bool holds, string text)
    {
        var finding = QueryFindings.Of(QueryParser.Parse(query).Query ?? throw new ArgumentException(query), Item);

        Assert.Equal((holds, text), (finding.Holds, QueryFindingText.Of(finding)));
    }
}
