using System.Net.Sockets;
using Azure;
using Azure.Identity;
using NewsAlerts.Storage;

namespace NewsAlerts.AzureStorage;

/// <summary>What a failed call to an account means, and where a person mends it.</summary>
/// <param name="Code">The code for programs: one of <see cref="StorageProblem"/>.</param>
/// <param name="Text">The words for people, after "the storage account cannot be used: ".</param>
internal sealed record StorageFault(string Code, string Text)
{
    private const int Forbidden = 403;
    private const int TooManyRequests = 429;
    private const int InternalError = 500;
    private const int InsufficientStorage = 507;

    /// <summary>Whether a call that ended so says something of the account: other exceptions are faults of a program.</summary>
    public static bool IsOne(Exception e) => e is RequestFailedException or AuthenticationFailedException or AggregateException;

    /// <summary>What it means.</summary>
    /// <param name="e">What the call ended with.</param>
    /// <param name="service">The service that was called: <c>Blob</c> or <c>Queue</c>, as the names of roles write it.</param>
    public static StorageFault Of(Exception e, string service) => e switch
    {
        // The client tells every try; the last one is as good as the others.
        AggregateException { InnerExceptions: [.., var last] } => Of(last, service),
        AuthenticationFailedException => new(
            StorageProblem.Identity,
            $"nobody could be signed in ({FirstLine(e)}): give the app a managed identity, or sign in with 'az login'; "
                + $"{StorageAccount.Setting} may also be a connection string"),
        RequestFailedException { Status: 0 } failed => Unreachable(failed),
        RequestFailedException failed => OfAnswer(failed, service),
        _ => new(StorageProblem.Refused, FirstLine(e)),
    };

    private static StorageFault OfAnswer(RequestFailedException e, string service) => e.ErrorCode switch
    {
        "AuthenticationFailed" or "InvalidAuthenticationInfo" => new(
            StorageProblem.Identity,
            Answer(e, $"the key or signature in {StorageAccount.Setting} is wrong or has ended, or this machine's clock is: copy "
                + "the connection string anew (Access keys in the portal)")),
        "AuthorizationPermissionMismatch" => new(
            StorageProblem.Permission,
            Answer(e, $"the role Storage {service} Data Contributor is missing on the account: assign it (Access control in the "
                + "portal; it holds after some minutes), or allow more to the shared access signature")),
        "InsufficientAccountPermissions" => new(
            StorageProblem.Permission,
            Answer(e, $"the account allows this to nobody, or not to this key or signature: {StorageAccount.Setting} must be "
                + "allowed to read, write, list and delete, in an account that is not read-only")),
        "AuthorizationServiceMismatch" or "AuthorizationResourceTypeMismatch" => new(
            StorageProblem.Permission,
            Answer(e, $"the shared access signature in {StorageAccount.Setting} is for less: it needs blobs and queues, with "
                + "services, containers and objects")),
        "KeyBasedAuthenticationNotPermitted" => new(
            StorageProblem.Permission,
            Answer(e, $"the account takes no keys: let {StorageAccount.Setting} be its name, and assign the role Storage {service} "
                + "Data Contributor")),
        "AuthorizationFailure" or "AuthorizationSourceIPMismatch" or "AuthorizationProtocolMismatch" => new(
            StorageProblem.Network,
            Answer(e, "its firewall does not let this network in: add it, or a private endpoint (Networking in the portal)")),
        "AccountIsDisabled" => new(
            StorageProblem.Disabled,
            Answer(e, "the account is turned off, as with a subscription that has ended or is in arrears: mend the subscription in "
                + "the portal")),
        "ServerBusy" or "OperationTimedOut" or "AccountBeingCreated" or "ContainerBeingDeleted" or "QueueBeingDeleted" => new(
            StorageProblem.Busy,
            Answer(e, "it has too much to do, or is being changed: everything is tried again, and where it lasts, Metrics in the "
                + "portal show which limit of the account is reached")),
        _ => OfStatus(e, service),
    };

    private static StorageFault OfStatus(RequestFailedException e, string service) => e.Status switch
    {
        InsufficientStorage => new(
            StorageProblem.Full,
            Answer(e, "there is no room left: shorten 'keep' in the settings of alerts.yaml, or raise the account's limit")),
        Forbidden => new(
            StorageProblem.Permission,
            Answer(e, $"it does not let us: see its role Storage {service} Data Contributor (Access control) and its firewall "
                + "(Networking) in the portal")),
        TooManyRequests or >= InternalError => new(
            StorageProblem.Busy,
            Answer(e, "it fails at the moment: everything is tried again")),
        _ => new(StorageProblem.Refused, Answer(e, FirstLine(e))),
    };

    private static StorageFault Unreachable(RequestFailedException e)
    {
        var socket = Causes(e).OfType<SocketException>().FirstOrDefault();
        return socket?.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            ? new(StorageProblem.Unreachable, $"its name is not found ({FirstLine(e)}): is the account's name in "
                + $"{StorageAccount.Setting} right, and is there a network?")
            : new(StorageProblem.Unreachable, $"nothing answers ({FirstLine(e)}): is its address in {StorageAccount.Setting} right, "
                + "and does the network let us through?");
    }

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string Answer(RequestFailedException e, string meaning) =>
        $"it answered {e.Status} {e.ErrorCode}".TrimEnd() + $": {meaning}";

    // The message of a failed request goes on with its headers.
    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim().TrimEnd('.');
}
