using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Channels.Discord;
using NewsAlerts.Channels.Email;
using NewsAlerts.Channels.Email.OAuth2;
using NewsAlerts.Channels.Posting;
using NewsAlerts.Channels.Slack;
using NewsAlerts.Channels.Teams;
using NewsAlerts.Channels.Webhook;
using NewsAlerts.Configuration;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Explaining;
using NewsAlerts.Http;
using NewsAlerts.Matching;
using NewsAlerts.Monitoring;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Articles;
using NewsAlerts.Polling.Asking;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Links;
using NewsAlerts.Subscriptions.Suppressed;

namespace NewsAlerts;

/// <summary>The one list of everything that the service is made of.</summary>
internal static class NewsAlertsServices
{
    /// <summary>
    /// Adds the whole core. The host adds what it is over: <see cref="IDocumentStore"/>, <see cref="IMessageQueue"/>,
    /// an email transport, logging, a <see cref="HostConfiguration"/> where it refreshes the configuration, and a
    /// <see cref="TimeProvider"/> where it is not the system's.
    /// </summary>
    public static IServiceCollection AddNewsAlerts(this IServiceCollection services, AlertsConfiguration configuration) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new CurrentConfiguration(configuration))
            .AddHttp()
            .AddFeeds()
            .AddChannels()
            .AddStores()
            .AddSteps();

    private static IServiceCollection AddHttp(this IServiceCollection services) => services
        .AddSingleton(provider => new AddressGuard(() => Settings(provider).AllowPrivate))
        .AddSingleton<HostGate>();

    private static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton(provider => new FeedClient(
            OutgoingHttp.CreateClient(provider.GetRequiredService<AddressGuard>(), DecompressionMethods.All),
            provider.GetRequiredService<TimeProvider>(),
            () => Settings(provider).Contact))
        .AddSingleton<FeedPoller>()
        .AddSingleton<ArticleReader>()
        .AddSingleton(provider => new HubClient(
            OutgoingHttp.CreateClient(provider.GetRequiredService<AddressGuard>(), DecompressionMethods.None),
            provider.GetRequiredService<HostGate>(),
            provider.GetRequiredService<TimeProvider>(),
            () => Settings(provider).Contact));

    private static IServiceCollection AddChannels(this IServiceCollection services) => services
        .AddSingleton(provider => new WebhookSender(
            OutgoingHttp.CreateClient(provider.GetRequiredService<AddressGuard>(), DecompressionMethods.None),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<AccessTokens>()
        .AddSingleton<RotatedTokens>()
        .AddSingleton<ITokenSource>(provider => new RefreshTokens(
            OutgoingHttp.CreateClient(provider.GetRequiredService<AddressGuard>(), DecompressionMethods.None),
            provider.GetRequiredService<RotatedTokens>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IChannel, WebhookChannel>()
        .AddSingleton<IChannel, SlackChannel>()
        .AddSingleton<IChannel, TeamsChannel>()
        .AddSingleton<IChannel, DiscordChannel>()
        .AddSingleton<IChannel, EmailChannel>();

    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<FeedShards>()
        .AddSingleton<HubSubscriptions>()
        .AddSingleton<BackOffs>()
        .AddSingleton<ItemArchive>()
        .AddSingleton<ArchiveSearch>()
        .AddSingleton<DestinationStates>()
        .AddSingleton<DeliveryLedger>()
        .AddSingleton<DeliverySearch>()
        .AddSingleton<PoisonMessages>()
        .AddSingleton<RunnerLog>()
        .AddSingleton<Subscribers>()
        .AddSingleton<PublicSite>()
        .AddSingleton<SignedLinks>()
        .AddSingleton<RequestLimits>()
        .AddSingleton<Suppressions>()
        .AddSingleton<StepMessages>();

    private static IServiceCollection AddSteps(this IServiceCollection services) => services
        .AddSingleton(_ => Metrics.Watch(new PipelineEvents()))
        .AddSingleton(provider => provider.GetRequiredService<PipelineEvents>().Polls)
        .AddSingleton(provider => provider.GetRequiredService<PipelineEvents>().Matches)
        .AddSingleton(provider => provider.GetRequiredService<PipelineEvents>().Deliveries)
        .AddSingleton<AssignFeeds>()
        .AddSingleton<PollsAhead>()
        .AddSingleton<SchedulePolls>()
        .AddSingleton<SendDigests>()
        .AddSingleton<PollRound>()
        .AddSingleton<AddFullTexts>()
        .AddSingleton<TakeHubNotice>()
        .AddSingleton<FollowHub>()
        .AddSingleton<AskHubs>()
        .AddSingleton<AnswerHub>()
        .AddSingleton<PollFeeds>()
        .AddSingleton<RefreshSubscriptions>()
        .AddSingleton<MatchItems>()
        .AddSingleton<FindDestination>()
        .AddSingleton<ClearDestination>()
        .AddSingleton<FindSuppression>()
        .AddSingleton<ForgetSubscriber>()
        .AddSingleton<TryDelivery>()
        .AddSingleton<ComposeAlerts>()
        .AddSingleton<PlanDigest>()
        .AddSingleton<PlanDeliveries>()
        .AddSingleton<MuteAlerts>()
        .AddSingleton<AddWaiting>()
        .AddSingleton<TakeWaiting>()
        .AddSingleton<OfferLinks>()
        .AddSingleton<SendRound>()
        .AddSingleton<TakeRequest>()
        .AddSingleton<SendAlerts>()
        .AddSingleton<ReplayDelivery>()
        .AddSingleton<TestDestination>()
        .AddSingleton<Housekeep>()
        .AddSingleton<ReadHubs>()
        .AddSingleton<ExplainSubscribers>()
        .AddSingleton<ReadFailingFeeds>()
        .AddSingleton<ReadStatus>()
        .AddSingleton<TestRule>()
        .AddSingleton<CountArticles>()
        .AddSingleton<TraceAlert>()
        .AddSingleton<ExplainArticle>()
        .AddSingleton<RefreshConfiguration>()
        .AddSingleton<ReadHealth>()
        .AddSingleton<IncidentLog>()
        .AddSingleton<IIncidentSource, FeedIncidents>()
        .AddSingleton<IIncidentSource, DestinationIncidents>()
        .AddSingleton<PoisonIncidents>()
        .AddSingleton<IIncidentSource>(provider => provider.GetRequiredService<PoisonIncidents>())
        .AddSingleton<IIncidentSource, DamageIncidents>()
        .AddSingleton<SenderIncidents>()
        .AddSingleton<IIncidentSource>(provider => provider.GetRequiredService<SenderIncidents>())
        .AddSingleton<ISenderRefusals>(provider => provider.GetRequiredService<SenderIncidents>())
        .AddSingleton<IIncidentSource, ConfigurationIncidents>()
        .AddSingleton<WatchRules>()
        .AddSingleton<WeeklySummary>()
        .AddSingleton<WatchService>();

    private static Settings Settings(IServiceProvider provider) =>
        provider.GetRequiredService<CurrentConfiguration>().Snapshot.Configuration.Settings;
}
