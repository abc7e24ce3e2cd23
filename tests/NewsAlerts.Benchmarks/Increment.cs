using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Counts up in a document by conditional writes for two seconds, while other processes do the same. All begin
/// together, when there is a document <c>go</c>.
/// </summary>
internal static class Increment
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string folder, string document)
    {
        var documents = new FileDocumentStore(folder);
        Console.WriteLine("ready");
        while (await documents.ReadAsync("go", CancellationToken.None) is null)
        {
            await Task.Delay(1);
        }

        var (added, conflicts) = (0, 0);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Time;)
        {
            var before = await documents.ReadAsync(document, CancellationToken.None);
            var value = before is null ? 0 : int.Parse(before.Content.Span, CultureInfo.InvariantCulture);
            var next = Encoding.ASCII.GetBytes((value + 1).ToString(CultureInfo.InvariantCulture));
            var written = await documents.WriteAsync(
                document, next, WriteCondition.IfUnchanged(before?.ETag), metadata: null, CancellationToken.None);
            (added, conflicts) = written is null ? (added, conflicts + 1) : (added + 1, conflicts);
        }

        Console.WriteLine($"added {added}");
        Console.WriteLine($"conflicts {conflicts}");
        return 0;
    }
}
