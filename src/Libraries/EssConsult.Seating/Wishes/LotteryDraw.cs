using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Seating.Wishes;

/// <summary>
/// The draw that breaks ties, which anybody can do again with a pencil and a SHA-256. The key of a person is the hash of
/// three lines in UTF-8, without a last line break: the seed, the scope (the id of the slot, or of the workshop when each
/// has its own lottery) and the id of the person. The smallest key has number 1, the next number 2, and so on.
/// </summary>
public static class LotteryDraw
{
    /// <summary>SHA-256 of <c>seed ⏎ scope ⏎ person</c>: 64 lower-case hexadecimal digits.</summary>
    public static string Key(string seed, string scope, string personId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{scope}\n{personId}")));

    /// <summary>The number of each person, from 1, without gaps.</summary>
    public static IReadOnlyDictionary<string, int> Numbers(string seed, string scope, IEnumerable<string> people) =>
        Numbers(seed, scope, people, _ => 0);

    /// <param name="arrears">What a person is owed; who is owed more draws before who is owed less.</param>
    internal static IReadOnlyDictionary<string, int> Numbers(string seed, string scope, IEnumerable<string> people, Func<string, int> arrears) =>
        people.OrderByDescending(arrears).ThenBy(person => Key(seed, scope, person), StringComparer.Ordinal)
            .Select((person, index) => (person, Number: index + 1)).ToDictionary(pair => pair.person, pair => pair.Number);
}
