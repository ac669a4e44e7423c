namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>The button that was pressed: a word, and for a list its name and the element: <c>haut:Phases:4z7we…</c>.</summary>
internal sealed record EditorPost(string Act, string? List, string? Element, string? Below, string? Stamp, bool Overwrite)
{
    public const string Draft = "brouillon";
    public const string Publish = "publier";
    public const string Unpublish = "depublier";
    public const string Drop = "abandonner";
    public const string Add = "ajouter";
    public const string Open = "ouvrir";
    public const string ChildUp = "enfant-haut";
    public const string ChildDown = "enfant-bas";

    public static EditorPost Read(string? act, string? stamp, bool overwrite)
    {
        var words = (act ?? Draft).Split(':');
        return new EditorPost(words[0], words.ElementAtOrDefault(1), words.ElementAtOrDefault(2), words.ElementAtOrDefault(3), stamp, overwrite);
    }

    public Items.ElementMove? Move => Act switch
    {
        "haut" => Items.ElementMove.Up,
        "bas" => Items.ElementMove.Down,
        "dedans" => Items.ElementMove.Into,
        "dehors" => Items.ElementMove.Out,
        "retirer" => Items.ElementMove.Away,
        _ => null,
    };
}
