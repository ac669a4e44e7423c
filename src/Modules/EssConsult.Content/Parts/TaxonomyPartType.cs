namespace EssConsult.Content.Parts;

/// <summary>Asks what type the terms are of; the terms themselves are edited as a list of their own.</summary>
internal sealed class TaxonomyPartType : IPartType
{
    public string Name => "TaxonomyPart";

    public string Label => "Liste de thèmes";

    public string? Editor => PartPartials.Path("Taxonomy");

    public void Read(PartPost post)
    {
        if (post.Has("TermContentType"))
        {
            post.Object["TermContentType"] = post.Text("TermContentType");
        }

        if (string.IsNullOrEmpty(post.Object["TermContentType"]?.ToString()))
        {
            post.Fail("TermContentType", "Choisissez le type des thèmes.");
        }
    }
}
