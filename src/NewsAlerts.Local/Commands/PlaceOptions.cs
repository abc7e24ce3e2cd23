using System.CommandLine;
using NewsAlerts.AzureStorage;
using NewsAlerts.Local.Commands.Configuring;
using NewsAlerts.Local.Running;

namespace NewsAlerts.Local.Commands;

/// <summary>
/// <c>--config</c>, <c>--data</c> and <c>--storage</c>: which service is meant. A command that needs one of them takes all, and so do
/// its own commands, so that the same options serve for each.
/// </summary>
internal sealed class PlaceOptions
{
    /// <summary>The configuration that is read where none is named.</summary>
    public const string DefaultConfig = "alerts.yaml";

    private const string Azure = "azure";
    private const string Files = "files";

    private readonly Option<string> _config = new("--config")
    {
        Description = "The configuration.",
        HelpName = "file",
        DefaultValueFactory = _ => DefaultConfig,
        Recursive = true,
    };

    private readonly Option<string> _data = new("--data")
    {
        Description = $"The folder that everything is kept in; with '{Azure}', only the emails of the outbox.",
        HelpName = "folder",
        DefaultValueFactory = _ => ".alerts",
        Recursive = true,
    };

    private readonly Option<string> _storage = new("--storage")
    {
        Description = $"'{Files}', or '{Azure}' for the storage account that {StorageAccount.Setting} names in the environment.",
        DefaultValueFactory = _ => Files,
        Recursive = true,
    };

    private PlaceOptions(Command command)
    {
        _storage.AcceptOnlyFromAmong(Files, Azure);
        command.Options.Add(_config);
        command.Options.Add(_data);
        command.Options.Add(_storage);
    }

    /// <summary>Adds the options to a command that reads or changes what is kept.</summary>
    public static PlaceOptions ForStorage(Command command)
    {
        var options = new PlaceOptions(command);
        options._storage.Validators.Add(result =>
        {
            try
            {
                _ = result.GetValueOrDefault<string>() == Azure ? ReadAccount() : null;
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
            }
        });
        return options;
    }

    /// <summary>Adds the options to a command for which the configuration is enough: what the others say is of no account.</summary>
    public static PlaceOptions ForConfiguration(Command command) => new(command);

    /// <summary>The configuration's path, as it was given.</summary>
    public string PathOf(ParseResult result) => result.GetRequiredValue(_config);

    /// <summary>Reads the configuration.</summary>
    public ConfigurationFile ReadConfiguration(ParseResult result) => ConfigurationFile.Load(PathOf(result));

    /// <summary>Where everything is kept.</summary>
    public IStoragePlace ReadStorage(ParseResult result)
    {
        var folder = result.GetRequiredValue(_data);
        return result.GetRequiredValue(_storage) == Azure
            ? new AzurePlace(ReadAccount(), folder, TimeProvider.System)
            : new DataFolder(folder, TimeProvider.System);
    }

    private static StorageAccount ReadAccount() =>
        StorageAccount.Parse(Environment.GetEnvironmentVariable(StorageAccount.Setting));
}
