using Azure;
using Azure.Identity;
using NewsAlerts.Storage;

namespace NewsAlerts.AzureStorage;

/// <summary>Calls to the account, whose expected errors are results.</summary>
internal static class StorageCall
{
    /// <summary>
    /// Makes a call. Returns what it returns; where the service answers with an expected error, that error's code. The
    /// client has by then repeated what may have failed by chance.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It fails otherwise.</exception>
    public static async Task<(T? Value, string? Error)> TryAsync<T>(Func<Task<T>> call, IReadOnlyCollection<string> expectedErrors)
    {
        try
        {
            return (await call(), null);
        }
        catch (RequestFailedException e) when (e.ErrorCode is { } error && expectedErrors.Contains(error))
        {
            return (default, error);
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            throw new StorageUnavailableException($"the storage account cannot be used: {Words(e)}", e);
        }
    }

    // The message of a failed request goes on with its headers, that of repeated ones with how to change their number.
    private static string Words(Exception e) => e is AggregateException { InnerExceptions: [.., var last] }
        ? Words(last)
        : e.Message.Split('\n')[0].Trim();
}
