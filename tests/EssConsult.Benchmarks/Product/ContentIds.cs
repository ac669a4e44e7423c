using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Benchmarks.Product;

/// <summary>Ids in Orchard's form, always the same for the same name.</summary>
internal static class ContentIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Of(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return "4" + string.Concat(hash.Take(25).Select(value => Alphabet[value & 31]));
    }

    public static string OfPerson(int number) => Of($"person {number}");

    public static string OfContribution(int number) => Of($"contribution {number}");
}
