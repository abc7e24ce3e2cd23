using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsAlerts;
using NewsAlerts.AzureStorage;
using NewsAlerts.Channels.Email;
using NewsAlerts.Configuration;
using NewsAlerts.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.UseWhen<ConfigurationMiddleware>(ConfigurationMiddleware.Applies);
builder.Services
    .AddTelemetry(builder.Configuration)
    .AddNewsAlerts(new AlertsConfiguration())
    .AddAzureStorage(StorageSetting.Read(builder.Configuration))
    .AddSingleton<IEmailTransport, ConfiguredSmtp>()
    .AddSingleton(new HostConfiguration(PackagedConfiguration.Read, Environment.GetEnvironmentVariable));
var app = builder.Build();
app.Services.GetRequiredService<PublicSite>().Open();
await app.RunAsync();
