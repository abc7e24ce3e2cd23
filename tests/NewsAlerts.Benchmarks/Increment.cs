using System.Globalization;
using System.Text;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Counts up in a document by conditional writes, while other processes do the same. All begin together, when there is
/// a document <c>go</c>.
/// </summary>
internal static class Increment
{
    public static async Task<int> RunAsync(string folder, string document, string count)
    {
        var documents = new FileDocumentStore(folder);
        Console.WriteLine("ready");
        while (await documents.ReadAsync("go", CancellationToken.None) is null)
        {
            await Task.Delay(1);
        }

        var conflicts = 0;
        for (var left = int.Parse(count, CultureInfo.InvariantCulture); left > 0;)
        {
            var before = await documents.ReadAsync(document, CancellationToken.None);
            var value = before is null ? 0 : int.Parse(before.Content.Span, CultureInfo.InvariantCulture);
            var next = Encoding.ASCII.GetBytes((value + 1).ToString(CultureInfo.InvariantCulture));
            var written = await documents.WriteAsync(
                document, next, WriteCondition.IfUnchanged(before?.ETag), metadata: null, CancellationToken.None);
            if (written is null)
            {
                conflicts++;
            }
            else
            {
                left--;
            }
        }

        Console.WriteLine($"conflicts: {conflicts}");
        return 0;
    }
}
