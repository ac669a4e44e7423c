using System.Text;

namespace EssConsult.Benchmarks.Floors.Data;

/// <summary>Reproducible text: 5,000 invented words, the n-th of them about 1/n as frequent as the first, as in a language (Zipf).</summary>
internal sealed class FloorText(int seed)
{
    private const int Vocabulary = 5_000;

    private static readonly string[] Syllables =
    [
        "la", "me", "ri", "to", "su", "pré", "cha", "vin", "lo", "de", "mar", "tion",
        "pa", "ce", "lier", "nou", "gra", "bé", "fin", "co", "sol", "ra", "té", "mon",
    ];

    // The quality of the numbers does not matter, their sameness from run to run does.
    private readonly Random random = new(seed);

    public static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word.Append(Syllables[rest % Syllables.Length]);
        }

        return word.ToString();
    }

    /// <summary>At least this many characters, cut after a whole word.</summary>
    public string Words(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(Word((int)Math.Pow(Vocabulary, random.NextDouble()))).Append(' ');
        }

        return text.ToString();
    }
}
