using System.Text;
using NewsAlerts.Configuration;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>An alerts.yaml on disk, read.</summary>
internal sealed record ConfigurationFile
{
    /// <summary>Where it is, as it was given.</summary>
    public required string Path { get; init; }

    /// <summary>What became of it; a file that cannot be read is a mistake like others.</summary>
    public required ConfigurationResult Result { get; init; }

    /// <summary>What it says, without its byte order mark; empty where it cannot be read.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it starts with a byte order mark.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>Whether there is such a file.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>Whether nobody but its owner is to read it, where it is made; one that is there keeps its mode.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether its text could be read.</summary>
    public bool IsReadable { get; init; }

    /// <summary>Reads a file, with the variables of this process.</summary>
    public static ConfigurationFile Load(string path)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
            var hasMark = text.StartsWith('\ufeff');
            text = hasMark ? text[1..] : text;
            return new ConfigurationFile
            {
                Path = path,
                Text = text,
                HasByteOrderMark = hasMark,
                IsReadable = true,
                Result = ConfigurationReader.Read(text, path, Environment.GetEnvironmentVariable),
            };
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unreadable(
                path,
                "there is no such file. To make one, run 'alerts init', or 'alerts import feeds.opml' "
                + "with the list of feeds that your feed reader exports") with
            { Exists = false };
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(path, "it is not UTF-8: save it as UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, $"it cannot be read: {exception.Message}");
        }
    }

    /// <summary>The same, but that some variables are missing here is only a warning: they are set where it will run.</summary>
    public ConfigurationFile SetElsewhere(IEnumerable<string> variables)
    {
        var expected = variables.Select(EnvironmentText.NotSet).ToHashSet(StringComparer.Ordinal);
        var missing = Result.Mistakes.Where(mistake => expected.Contains(mistake.Message)).ToList();
        return this with
        {
            Result = Result with
            {
                Mistakes = [.. Result.Mistakes.Except(missing)],
                Warnings = [.. missing.Concat(Result.Warnings).OrderBy(warning => warning.Line).ThenBy(warning => warning.Column)],
            },
        };
    }

    /// <summary>Puts another text in the place of the file's, at once or not at all.</summary>
    public void Replace(string text)
    {
        var linked = Exists ? File.ResolveLinkTarget(Path, returnFinalTarget: true) : null;
        var target = linked?.FullName ?? System.IO.Path.GetFullPath(Path);
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        using (var file = new FileStream(temporary, OptionsLike(target)))
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: HasByteOrderMark)))
        {
            writer.Write(text);
        }

        File.Move(temporary, target, overwrite: Exists);
    }

    // It may hold secrets: not even for a moment may more people read the copy than the file.
    private FileStreamOptions OptionsLike(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && (Exists || IsSecret))
        {
            options.UnixCreateMode = Exists ? File.GetUnixFileMode(target) : UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static ConfigurationFile Unreadable(string path, string message) => new()
    {
        Path = path,
        Result = new ConfigurationResult { Mistakes = [new ConfigurationMistake(path, 0, 0, 0, message)] },
    };
}
