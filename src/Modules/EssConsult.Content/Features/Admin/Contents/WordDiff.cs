namespace EssConsult.Content.Features.Admin.Contents;

internal enum DiffKind
{
    Kept,
    Removed,
    Added,
}

internal sealed record DiffRun(DiffKind Kind, string Text);

/// <summary>The difference of two texts, word by word: the longest common subsequence. Very long texts are shown whole, old then new.</summary>
internal static class WordDiff
{
    private const int MaxWords = 3_000;

    public static IReadOnlyList<DiffRun> Of(string before, string after)
    {
        var (left, right) = (Words(before), Words(after));
        var start = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = left.Skip(start).Reverse().Zip(right.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var (old, now) = (left[start..^end], right[start..^end]);
        List<DiffRun> middle = old.Count > MaxWords || now.Count > MaxWords
            ? [new DiffRun(DiffKind.Removed, string.Concat(old)), new DiffRun(DiffKind.Added, string.Concat(now))]
            : Walk(old, now);
        return Join([new DiffRun(DiffKind.Kept, string.Concat(left.Take(start))), .. middle, new DiffRun(DiffKind.Kept, string.Concat(left.TakeLast(end)))]);
    }

    private static List<DiffRun> Walk(List<string> old, List<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var runs = new List<DiffRun>();
        var (x, y) = (0, 0);
        while (x < old.Count || y < now.Count)
        {
            runs.Add(x < old.Count && y < now.Count && old[x] == now[y] ? new DiffRun(DiffKind.Kept, old[x])
                : y >= now.Count || (x < old.Count && common[x + 1, y] >= common[x, y + 1]) ? new DiffRun(DiffKind.Removed, old[x])
                : new DiffRun(DiffKind.Added, now[y]));
            x += runs[^1].Kind == DiffKind.Added ? 0 : 1;
            y += runs[^1].Kind == DiffKind.Removed ? 0 : 1;
        }

        return runs;
    }

    private static List<DiffRun> Join(IEnumerable<DiffRun> runs)
    {
        var joined = new List<DiffRun>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].Kind == run.Kind)
            {
                joined[^1] = run with { Text = joined[^1].Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    /// <summary>Words with the spaces that follow them, so that joining gives the text back.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var from = 0;
        for (var index = 1; index <= text.Length; index++)
        {
            if (index == text.Length || (char.IsWhiteSpace(text[index - 1]) && !char.IsWhiteSpace(text[index])))
            {
                words.Add(text[from..index]);
                from = index;
            }
        }

        return words;
    }
}
