using System.Collections;

namespace EssConsult.Tally;

/// <summary>What can be voted for: ids in the order in which files and results name them. The order itself decides nothing.</summary>
public sealed class OptionList : IReadOnlyList<string>
{
    private readonly string[] ids;
    private readonly Dictionary<string, int> indexes;

    /// <exception cref="ArgumentException">No id, an empty one, or one twice.</exception>
    public OptionList(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        this.ids = [.. ids];
        indexes = new Dictionary<string, int>(this.ids.Length, StringComparer.Ordinal);
        foreach (var (index, id) in this.ids.Index())
        {
            if (string.IsNullOrEmpty(id) || !indexes.TryAdd(id, index))
            {
                throw new ArgumentException($"Option {index + 1} has no id of its own.", nameof(ids));
            }
        }

        if (this.ids.Length == 0)
        {
            throw new ArgumentException("One option at least.", nameof(ids));
        }
    }

    public int Count => ids.Length;

    public string this[int index] => ids[index];

    /// <returns>-1 where there is no such option.</returns>
    public int IndexOf(string id) => indexes.GetValueOrDefault(id, -1);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)ids).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ids.GetEnumerator();
}
