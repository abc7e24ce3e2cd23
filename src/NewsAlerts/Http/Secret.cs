using System.Diagnostics.CodeAnalysis;

namespace NewsAlerts.Http;

/// <summary>A password, a signing key, or an address that carries a token: never shown, logged or serialised by accident.</summary>
/// <param name="value">The text to keep secret.</param>
public sealed class Secret(string value) : IEquatable<Secret>
{
    /// <summary>The text itself; for the one place that must send it.</summary>
    public string Reveal() => value;

    /// <inheritdoc />
    public override string ToString() => "(secret)";

    /// <inheritdoc />
    public bool Equals([NotNullWhen(true)] Secret? other) => other is not null && other.Reveal() == value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc />
    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);
}
