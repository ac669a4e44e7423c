using System.ComponentModel.DataAnnotations;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using EssConsult.Kernel.Security;
using EssConsult.Kernel.Tests.Probe;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Kernel.Tests.Features;

/// <summary>A form wrongly marked as one that may be kept: the kernel must not keep it all the same.</summary>
[Public]
[CachedForVisitors]
public sealed class ProbeFormModel(SiteDb db) : PageModel, IReloadsForm
{
    [BindProperty]
    [Required]
    public string? Name { get; set; }

    public string? Reloaded { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(new ProbeMark { Family = "form", Name = Name! });
        await db.SaveChangesAsync(ct);
        return Redirect("~/essai/note?envoi=" + Uri.EscapeDataString(Name!));
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        Reloaded = "liste";
        return Task.CompletedTask;
    }
}
