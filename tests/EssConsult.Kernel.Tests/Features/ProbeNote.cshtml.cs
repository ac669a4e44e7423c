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

    public async Task OnGetAsync() => Note = await db.Set<ProbeMark>().Where(mark => mark.Family == "note").OrderByDescending(mark => mark.Id).Select(mark => mark.Name).FirstOrDefaultAsync();
}
