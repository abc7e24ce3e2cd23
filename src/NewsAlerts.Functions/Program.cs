using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsAlerts;
using NewsAlerts.AzureIdentity;
using NewsAlerts.AzureStorage;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;
using NewsAlerts.Functions;
using NewsAlerts.Web;

foreach (var name in AppSetting.Unresolved())
{
    Console.Error.WriteLine(
        $"The setting {name} is still its Key Vault reference, and counts as missing: check the secret's name, and that the app's "
        + "identity has the role Key Vault Secrets User.");
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseWhen<ConfigurationMiddleware>(ConfigurationMiddleware.Applies);
builder.Services
    .AddTelemetry(builder.Configuration)
    .AddNewsAlerts(new AlertsConfiguration())
    .AddPages()
    .AddAzureIdentity()
    .AddAzureStorage(() => StorageSetting.Read(builder.Configuration))
    .AddSingleton<IEmailTransport, ConfiguredSmtp>()
    .AddSingleton(new HostConfiguration(PackagedConfiguration.Read, AppSetting.Read))
    .AddSingleton<QueueWork>()
    .AddSingleton<AnswerRequests>()
    .AddSingleton<IFunctionMetadataTransformer, DefaultSchedule>()
    .Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
app.Services.GetRequiredService<PublicSite>().Open();
await app.RunAsync();
