using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Channels.Email.OAuth2;

namespace NewsAlerts.AzureIdentity;

/// <summary>The one way in for a host.</summary>
internal static class AzureIdentityServices
{
    /// <summary>Lets mail servers be logged in to as an application of Microsoft Entra ID.</summary>
    public static IServiceCollection AddAzureIdentity(this IServiceCollection services) =>
        services.AddSingleton<ITokenSource>(new EntraTokens(transport: null));
}
