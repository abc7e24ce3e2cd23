using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace NewsAlerts.Storage;

/// <summary>Work on many things, several at once.</summary>
internal static class AtOnce
{
    /// <summary>The results of a call for each of the things, in the order in which they come.</summary>
    /// <param name="source">The things.</param>
    /// <param name="count">How many calls go on at once; as many results wait at the most.</param>
    /// <param name="select">The call.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async IAsyncEnumerable<TResult> SelectAtOnceAsync<T, TResult>(
        this IEnumerable<T> source,
        int count,
        Func<T, CancellationToken, Task<TResult>> select,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Whoever stops to enumerate ends the calls too.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateBounded<TResult>(count);
        var work = RunAsync();
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellationToken))
            {
                yield return result;
            }
        }
        finally
        {
            await ends.CancelAsync();
            await work;
        }

        async Task RunAsync()
        {
            try
            {
                await Parallel.ForEachAsync(
                    source,
                    new ParallelOptions { MaxDegreeOfParallelism = count, CancellationToken = ends.Token },
                    async (item, token) => await results.Writer.WriteAsync(await select(item, token), token));
                results.Writer.Complete();
            }
            catch (Exception e)
            {
                // Thrown where the results are read.
                results.Writer.Complete(e);
            }
        }
    }
}
