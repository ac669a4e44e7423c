using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Tests.Features;

/// <summary>A page that anonymous readers may get from memory.</summary>
[Public]
[CachedForVisitors]
public sealed class ProbeNoteModel(SiteDb db) : PageModel
{
    public string? Note { get; private set; }

    /// <param name="changes">Somebody writes a note between the reading of the page and its sending.</param>
    /// <param name="broken">A rule stands against it.</param>
    public async Task OnGetAsync(bool changes, bool broken)
    {
        if (broken)
        {
            throw new RuleException("probe.broken", "La note de {0} est fermée.", "mai");
        }

        Note = await LastAsync();
        if (changes)
        {
            db.Publish(new NoteWritten("meanwhile"));
            await db.SaveChangesAsync();
        }
    }

    private Task<string?> LastAsync() => db.Set<ProbeMark>().Where(mark => mark.Family == "note").OrderByDescending(mark => mark.Id).Select(mark => mark.Name).FirstOrDefaultAsync();
}
