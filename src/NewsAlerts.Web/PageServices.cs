using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Web.Pages;
using NewsAlerts.Web.Pages.Readers;

namespace NewsAlerts.Web;

/// <summary>The one list of the pages, and of what answers programs.</summary>
internal static class PageServices
{
    /// <summary>Adds them to the core.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<Endpoints>()
        .AddSingleton<UnknownCalls>()
        .AddSingleton<IEndpoint, FirstPage>()
        .AddSingleton<IEndpoint, WebSubEndpoint>()
        .AddSingleton<AskReader>()
        .AddSingleton<LinkPages>()
        .AddSingleton<IReaderPage, SubscribePage>()
        .AddSingleton<IReaderPage, ConfirmPage>()
        .AddSingleton<IReaderPage, ManagePage>()
        .AddSingleton<IReaderPage, UnsubscribePage>()
        .AddSingleton<IReaderPage, LinkPage>()
        .AddSingleton<IEndpoint, SubscriptionsEndpoint>();
}
