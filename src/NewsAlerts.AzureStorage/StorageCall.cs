using Azure;
using Azure.Core.Pipeline;
using NewsAlerts.Storage;

namespace NewsAlerts.AzureStorage;

/// <summary>Calls to a service of the account, whose expected errors are results.</summary>
/// <param name="service">The service, as the names of roles write it: <c>Blob</c> or <c>Queue</c>.</param>
internal sealed class StorageCall(string service)
{
    /// <summary>
    /// Makes a call. Where the service answers with an expected error, that is what it returns. The client has by then
    /// repeated what may have failed by chance.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It fails otherwise.</exception>
    public async Task<StorageAnswer<T>> TryAsync<T>(Func<Task<T>> call, IReadOnlyCollection<string> expectedErrors)
    {
        var requests = new RequestCount();
        using var scope = HttpPipeline.CreateHttpMessagePropertiesScope(requests.Properties);
        try
        {
            return new StorageAnswer<T>(await call(), null, requests.IsRepeated);
        }
        catch (RequestFailedException e) when (e.ErrorCode is { } error && expectedErrors.Contains(error))
        {
            return new StorageAnswer<T>(default, error, requests.IsRepeated);
        }
        catch (Exception e) when (StorageFault.IsOne(e))
        {
            var fault = StorageFault.Of(e, service);
            throw new StorageUnavailableException(fault.Code, $"the storage account cannot be used: {fault.Text}", e);
        }
    }
}
