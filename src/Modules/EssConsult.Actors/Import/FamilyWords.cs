using EssConsult.Actors.Contracts;

namespace EssConsult.Actors.Import;

/// <summary>Reads the family where a file states it: in its column, or in a name that says « association », « SCOP »…</summary>
internal static class FamilyWords
{
    private static readonly Dictionary<string, ActorFamily> Stated = new()
    {
        ["association"] = ActorFamily.Association, ["asso"] = ActorFamily.Association, ["amap"] = ActorFamily.Association,
        ["cooperative"] = ActorFamily.Cooperative, ["coop"] = ActorFamily.Cooperative, ["scop"] = ActorFamily.Cooperative, ["scic"] = ActorFamily.Cooperative, ["cae"] = ActorFamily.Cooperative,
        ["mutuelle"] = ActorFamily.Mutual, ["mutual"] = ActorFamily.Mutual,
        ["fondation"] = ActorFamily.Foundation, ["foundation"] = ActorFamily.Foundation,
        ["esus"] = ActorFamily.SocialEnterprise,
    };

    private static readonly Dictionary<string, ActorFamily> OnlyInColumn = new()
    {
        ["entreprise"] = ActorFamily.SocialEnterprise, ["socialenterprise"] = ActorFamily.SocialEnterprise, ["societe"] = ActorFamily.SocialEnterprise,
    };

    public static ActorFamily? Read(string? column, IEnumerable<string?> names, List<Remark> remarks)
    {
        if (column is null)
        {
            return names.Select(name => Find(name, Stated)).FirstOrDefault(family => family is not null);
        }

        var family = Find(column, Stated) ?? Find(column, OnlyInColumn);
        if (family is null)
        {
            remarks.Add(new Remark("La famille {0} n’est pas connue : elle n’est pas reprise.", column));
        }

        return family;
    }

    private static ActorFamily? Find(string? text, Dictionary<string, ActorFamily> words) =>
        TextKey.Of(text).Split(' ').Where(words.ContainsKey).Select(word => (ActorFamily?)words[word]).FirstOrDefault();
}
