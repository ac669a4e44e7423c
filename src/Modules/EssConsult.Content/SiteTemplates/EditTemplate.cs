using System.ComponentModel.DataAnnotations;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.SiteTemplates;

public sealed record EditTemplate
{
    [Required(ErrorMessage = "Donnez un nom au gabarit.")]
    [StringLength(200, ErrorMessage = "Ce nom est trop long.")]
    [RegularExpression(@"[A-Za-z][A-Za-z0-9_.\-]*", ErrorMessage = "Un nom de gabarit commence par une lettre et ne contient que des lettres, chiffres, tirets, points et soulignés.")]
    public string Name { get; init; } = string.Empty;

    [StringLength(500, ErrorMessage = "Cette description est trop longue.")]
    public string? Description { get; init; }

    [StringLength(100_000, ErrorMessage = "Ce gabarit est trop long.")]
    public string? Source { get; init; }
}

internal sealed class EditTemplateHandler(SiteDb db, Liquid liquid, TemplatePreview preview, TimeProvider clock)
{
    /// <exception cref="RuleException">The source does not parse, or cannot be drawn.</exception>
    public async Task SaveAsync(EditTemplate command, string actorId, CancellationToken ct)
    {
        var (key, source) = (TemplateName.ToKey(command.Name), (command.Source ?? string.Empty).ReplaceLineEndings("\n"));
        if (liquid.Check(source) is { } error)
        {
            throw new RuleException("template.syntax", "Ce gabarit contient une erreur : {0}", error) { Field = nameof(EditTemplate.Source) };
        }

        await RequireDrawableAsync(key, source, ct);
        var row = await db.Set<SiteTemplate>().FirstOrDefaultAsync(template => template.Name == key, ct);
        if (row is null)
        {
            row = new SiteTemplate { Name = key, Source = source };
            db.Add(row);
        }

        (row.Source, row.Description, row.ModifiedUtc) = (source, command.Description ?? string.Empty, clock.UtcNow());
        await StoreAsync("template.change", key, actorId, ct);
    }

    /// <summary>Readers would meet the error on every page that it draws. A wrong value depends on the content, and a layout is drawn around a page.</summary>
    private async Task RequireDrawableAsync(string key, string source, CancellationToken ct)
    {
        if (key.StartsWith("layout", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        try
        {
            await preview.RenderAsync(key, source, ct);
        }
        catch (RuleException broken) when (broken.Code != "template.value")
        {
            throw new RuleException(broken.Code, broken.Message, broken.Values) { Field = nameof(EditTemplate.Source) };
        }
    }

    public async Task DeleteAsync(string name, string actorId, CancellationToken ct)
    {
        if (await db.Set<SiteTemplate>().FirstOrDefaultAsync(template => template.Name == name, ct) is { } row)
        {
            db.Remove(row);
            await StoreAsync("template.delete", name, actorId, ct);
        }
    }

    private async Task StoreAsync(string act, string name, string actorId, CancellationToken ct)
    {
        db.Publish(new SiteTemplatesChanged([name]));
        db.Audit(new AuditEntry(act, name, actorId));
        await db.SaveChangesAsync(ct);
    }
}
