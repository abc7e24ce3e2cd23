using NewsAlerts.Storage;

namespace NewsAlerts.Local.Commands.Run;

/// <summary>Says of a document that it could not be read.</summary>
internal static class Damaged
{
    /// <summary>What became of it and why, in a sentence.</summary>
    public static string Describe(DamagedDocument document) =>
        $"The document {document.Name} could not be read and was set aside as {SetAsideDamaged.NameOf(document.Name)}: "
        + $"{document.Reason.TrimEnd('.')}. What it held is begun anew; delete what was set aside once you have seen to it.";
}
