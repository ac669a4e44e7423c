using EssConsult.Content.Parts;

namespace EssConsult.Content.Forms;

/// <summary>Which parts a form shows: reading and showing must agree.</summary>
internal static class FormParts
{
    public static IEnumerable<TypePartDefinition> Shown(ContentTypeDefinition? type, ContentFormOptions options) =>
        (type?.Parts ?? []).Where(part => !options.WithoutParts.Contains(part.Name));

    public static IPartType? Editor(PartTypes parts, TypePartDefinition part, ContentFormOptions options) =>
        parts.Find(part.PartName) is { Editor: not null } kind && (kind.ForVisitors || !options.ForVisitors) ? kind : null;
}
