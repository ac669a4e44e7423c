using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Shortcodes;

public sealed record EditShortcode
{
    [Required(ErrorMessage = "Donnez un nom au code court.")]
    [StringLength(60, ErrorMessage = "Ce nom est trop long.")]
    [RegularExpression(@"[A-Za-z][A-Za-z0-9_\-]*", ErrorMessage = "Un code court commence par une lettre et ne contient que des lettres sans accent, chiffres, tirets et soulignés.")]
    public string Name { get; init; } = string.Empty;

    [StringLength(500, ErrorMessage = "Cette explication est trop longue.")]
    public string? Hint { get; init; }

    [StringLength(20_000, ErrorMessage = "Ce gabarit est trop long.")]
    public string? Content { get; init; }
}

internal sealed class EditShortcodeHandler(SiteDb db, KeptStore store, Liquid liquid)
{
    /// <exception cref="RuleException">The Liquid does not parse.</exception>
    public async Task SaveAsync(EditShortcode command, string actorId, CancellationToken ct)
    {
        var source = (command.Content ?? string.Empty).ReplaceLineEndings("\n");
        if (liquid.Check(source) is { } error)
        {
            throw new RuleException("template.syntax", "Ce gabarit contient une erreur : {0}", error) { Field = nameof(EditShortcode.Content) };
        }

        // Orchard's other members (usage, categories, what its picker inserts) stay as they came.
        var known = await db.Set<KeptRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.Step == KeptSteps.Shortcodes && record.Key == command.Name, ct);
        var json = known is null ? new JsonObject { ["Usage"] = $"[{command.Name}]", ["DefaultValue"] = $"[{command.Name}]", ["Categories"] = new JsonArray() } : JsonNode.Parse(known.Json)!.AsObject();
        (json["Content"], json["Hint"]) = (source, command.Hint ?? string.Empty);
        if (await store.PutAsync(KeptSteps.Shortcodes, [(command.Name, json)], ct) > 0)
        {
            db.Audit(new AuditEntry("shortcode.change", command.Name, actorId));
            await db.SaveChangesAsync(ct);
        }
    }

    public async Task DeleteAsync(string name, string actorId, CancellationToken ct)
    {
        if (await store.DeleteAsync(KeptSteps.Shortcodes, name, ct))
        {
            db.Audit(new AuditEntry("shortcode.delete", name, actorId));
            await db.SaveChangesAsync(ct);
        }
    }
}
