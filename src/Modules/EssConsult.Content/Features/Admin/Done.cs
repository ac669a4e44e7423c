namespace EssConsult.Content.Features.Admin;

/// <summary>What was just done, carried by the address to the next page: no cookie, and a reload tells it again at worst.</summary>
internal static class Done
{
    public const string Parameter = "fait";
    public const string Draft = "brouillon";
    public const string Published = "publie";
    public const string Unpublished = "depublie";
    public const string Removed = "supprime";
    public const string Restored = "restaure";
    public const string Dropped = "abandonne";
    public const string Saved = "enregistre";

    public static string? Sentence(string? done) => done switch
    {
        Draft => "Le brouillon est enregistré.",
        Published => "C’est publié.",
        Unpublished => "La publication est retirée. Le contenu reste ici, en brouillon.",
        Removed => "C’est supprimé. L’historique permet encore de restaurer.",
        Restored => "Cette version est de retour, en brouillon.",
        Dropped => "Le brouillon est abandonné. L’historique permet encore de le restaurer.",
        Saved => "C’est enregistré.",
        _ => null,
    };
}
