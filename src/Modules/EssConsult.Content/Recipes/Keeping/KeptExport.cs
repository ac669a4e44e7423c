using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Recipes.Keeping;

/// <summary>Gives kept steps back as they came, those of one place of the export.</summary>
internal sealed partial class KeptExport(SiteDb db, RecipeExportPlace place) : IRecipeExport
{
    public RecipeExportPlace Place => place;

    public async Task WriteAsync(IRecipeExportWriter export, CancellationToken ct)
    {
        var names = KeptSteps.All.Where(shape => shape.Place == place).Select(shape => shape.Step).ToList();
        var others = KeptSteps.All.Where(shape => shape.Place != place).Select(shape => shape.Step).ToList();
        var rows = db.Set<KeptRecord>().AsNoTracking().Where(record => place == RecipeExportPlace.Own ? !others.Contains(record.Step) : names.Contains(record.Step));
        foreach (var records in (await rows.ToListAsync(ct)).GroupBy(record => record.Step).OrderBy(records => records.Key, StringComparer.Ordinal))
        {
            var ordered = records.OrderBy(record => record.Position).ToList();
            if (KeptSteps.All.FirstOrDefault(shape => shape.Step == records.Key) is { } shape)
            {
                export.Step(shape.Join(ordered));
                continue;
            }

            // Nobody here knows what an unknown step holds: one with the address of a person goes out only where names of people may.
            foreach (var record in ordered.Where(record => export.WithAuthors || !MailAddress().IsMatch(record.Json)).OrderBy(record => record.Key, StringComparer.Ordinal))
            {
                export.Step(new KeptShape(record.Step).Join([record]));
            }
        }
    }

    [GeneratedRegex(@"[^\s@""]@[^\s@""]+\.[A-Za-z]{2,}")]
    private static partial Regex MailAddress();
}
