using System.Buffers;
using System.Text;

namespace NewsAlerts.Feeds.Text;

/// <summary>Whether bytes that are not quite UTF-8 were written as UTF-8 all the same.</summary>
internal static class Utf8Evidence
{
    // In one run of characters: of so many that are right, one may be wrong.
    private const int RightForAWrong = 4;

    /// <summary>
    /// Whether most runs of bytes beyond ASCII are right in UTF-8, or right up to where somebody cut them. Runs of another
    /// encoding are so only by chance: a Western letter between plain ones never is, and a word in another script hardly ever.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes)
    {
        var (right, wrong) = (0, 0);
        for (var start = NextRun(bytes); start >= 0; start = NextRun(bytes))
        {
            bytes = bytes[start..];
            var end = bytes.IndexOfAnyInRange((byte)0, (byte)0x7F);
            var run = end < 0 ? bytes : bytes[..end];
            if (IsRight(run))
            {
                right++;
            }
            else
            {
                wrong++;
            }

            bytes = bytes[run.Length..];
        }

        return right > 0 && right >= wrong;
    }

    private static int NextRun(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);

    private static bool IsRight(ReadOnlySpan<byte> run)
    {
        var (right, wrong) = (0, 0);
        while (!run.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(run, out _, out var length);
            if (status == OperationStatus.Done || (status == OperationStatus.NeedMoreData && length > 1))
            {
                right++;
            }
            else if (status == OperationStatus.InvalidData)
            {
                wrong++;
            }

            run = run[length..];
        }

        return right > 0 && right >= RightForAWrong * wrong;
    }
}
