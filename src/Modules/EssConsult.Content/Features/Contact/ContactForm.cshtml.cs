using EssConsult.Content.Contact;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Contact;

[Public]
internal sealed class ContactFormModel(SendMessageHandler send) : PageModel
{
    private const string Sent = "envoye";

    [BindProperty]
    public SendMessage Message { get; set; } = new();

    /// <summary>People do not see this field; programs that fill in everything do.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public bool IsSent => Request.Query.ContainsKey(Sent);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (string.IsNullOrEmpty(Website))
        {
            await send.HandleAsync(Message, ct);
        }

        return LocalRedirect(Url.Content($"~/contact?{Sent}"));
    }
}
