using EssConsult.Actors.Contracts;

namespace EssConsult.Actors;

/// <summary>The words on screen; each is a key of the translations.</summary>
internal static class ActorWords
{
    public static string Label(this ActorFamily family) => family switch
    {
        ActorFamily.Association => "Association",
        ActorFamily.Cooperative => "Coopérative",
        ActorFamily.Mutual => "Mutuelle",
        ActorFamily.Foundation => "Fondation",
        _ => "Entreprise",
    };

    public static string Label(this ActorState state) => state switch
    {
        ActorState.Proposed => "Proposée",
        ActorState.Published => "Publiée",
        _ => "Archivée",
    };

    /// <summary>Class of the theme's state mark.</summary>
    public static string Mark(this ActorState state) => state switch
    {
        ActorState.Proposed => "state-pending",
        ActorState.Published => "state-published",
        _ => "state-removed",
    };

    public static string Label(this MemberState state) => state switch
    {
        MemberState.Requested => "En attente",
        MemberState.Accepted => "Acceptée",
        _ => "Déclinée",
    };

    public static string Mark(this MemberState state) => state switch
    {
        MemberState.Requested => "state-pending",
        MemberState.Accepted => "state-published",
        _ => "state-removed",
    };

    public static string Label(this MemberRole role) => role == MemberRole.Contact ? "Contact" : "Membre";

    public static string Sentence(this PositionDoubt doubt) => doubt switch
    {
        PositionDoubt.Swapped => "Latitude et longitude étaient inversées : elles ont été remises dans l’ordre.",
        _ => "Cette position est hors de France.",
    };

    /// <summary>A colour of its own for a structure without a sector, always the same.</summary>
    public static string Hue(string name) => $"hue-{(name.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % 8) + 1}";

    /// <summary>Two letters for a structure without a logo: « La Ressourcerie de l’Île » gives RÎ.</summary>
    public static string Initials(string name)
    {
        var words = name.Split([' ', '’', '\'', '-', '.', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetterOrDigit(word[0])).ToList();
        var strong = words.Where(word => word.Length > 2 && !Weak.Contains(word)).ToList();
        return string.Concat((strong.Count > 0 ? strong : words).Take(2).Select(word => char.ToUpperInvariant(word[0])));
    }

    private static readonly HashSet<string> Weak = new(["les", "des", "aux", "une", "sur", "pour", "par", "the"], StringComparer.OrdinalIgnoreCase);
}
