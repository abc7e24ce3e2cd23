using System.Globalization;

namespace NewsAlerts.AzureStorage;

/// <summary>The receipt of a received message: <c>failures popReceipt</c>.</summary>
/// <param name="Failures">How often work on it failed before.</param>
/// <param name="PopReceipt">The service's own receipt.</param>
internal sealed record MessageReceipt(int Failures, string PopReceipt)
{
    /// <summary>Reads a receipt.</summary>
    /// <exception cref="ArgumentException">It is not from such a queue.</exception>
    public static MessageReceipt Parse(string receipt) =>
        receipt.Split(' ', 2) is [var failures, var popReceipt]
        && int.TryParse(failures, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new MessageReceipt(count, popReceipt)
            : throw new ArgumentException("the message has no receipt of this queue", nameof(receipt));

    /// <summary>Writes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Failures} {PopReceipt}");
}
