using System.CommandLine;
using NewsAlerts.AzureStorage;
using NewsAlerts.Local.Running;

namespace NewsAlerts.Local.Commands;

/// <summary><c>--storage</c> and <c>--data</c>: where everything is kept.</summary>
internal sealed class StorageOptions
{
    private const string Azure = "azure";
    private const string Files = "files";

    private readonly Option<string> _data = new("--data")
    {
        Description = $"The folder that everything is kept in; with '{Azure}', only the emails of the outbox.",
        HelpName = "folder",
        DefaultValueFactory = _ => ".alerts",
    };

    private readonly Option<string> _storage = new("--storage")
    {
        Description = $"'{Files}', or '{Azure}' for the storage account that {StorageAccount.Setting} names in the environment.",
        DefaultValueFactory = _ => Files,
    };

    /// <summary>Adds the options to a command.</summary>
    public StorageOptions(Command command)
    {
        _storage.AcceptOnlyFromAmong(Files, Azure);
        _storage.Validators.Add(result =>
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
        command.Options.Add(_data);
        command.Options.Add(_storage);
    }

    /// <summary>The place that the command line names.</summary>
    public IStoragePlace Read(ParseResult result)
    {
        var folder = result.GetRequiredValue(_data);
        return result.GetRequiredValue(_storage) == Azure
            ? new AzurePlace(ReadAccount(), folder, TimeProvider.System)
            : new DataFolder(folder, TimeProvider.System);
    }

    private static StorageAccount ReadAccount() =>
        StorageAccount.Parse(Environment.GetEnvironmentVariable(StorageAccount.Setting));
}
