using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NewsAlerts.Rules.Terms;

/// <summary>Tells the processor what will soon be read; where it takes no hint, nothing happens.</summary>
internal static class CacheHint
{
    /// <summary>Has the memory of a value brought near. Nothing is read: the value may be anywhere, and may move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void WillRead<T>(ref readonly T value)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
        }
    }
}
