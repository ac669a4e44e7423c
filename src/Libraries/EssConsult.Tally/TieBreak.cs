using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Tally;

/// <summary>What decides between equals when a place is left for some of them only.</summary>
/// <param name="Seed">
/// Published text: equals stand in the order of SHA-256 of the seed, a line feed and the option's id (printf 'SEED\nOPTION' | sha256sum), the smallest first;
/// the first wins, the last is eliminated. <see langword="null"/>: nothing decides, the result says who is tied, and a count by rounds stops there.
/// </param>
public sealed record TieBreak(string? Seed = null)
{
    /// <summary>Ties are listed as ties.</summary>
    public static TieBreak List { get; } = new();

    /// <summary>Each option's place in the drawn order, 0 for the first.</summary>
    /// <exception cref="InvalidOperationException">There is no seed.</exception>
    public int[] Places(OptionList options)
    {
        var seed = Seed ?? throw new InvalidOperationException("No seed was published.");
        var hashes = options.Select(id => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{id}"))).ToArray();
        var order = Enumerable.Range(0, options.Count).ToArray();
        Array.Sort(order, (a, b) => hashes[a].AsSpan().SequenceCompareTo(hashes[b]));
        var places = new int[order.Length];
        foreach (var (place, option) in order.Index())
        {
            places[option] = place;
        }

        return places;
    }
}
