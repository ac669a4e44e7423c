using System.Globalization;
using System.Text.Encodings.Web;
using EssConsult.Forms.Answers;
using EssConsult.Forms.Drawing;
using EssConsult.Forms.Outline;
using EssConsult.Forms.Questionnaires;
using EssConsult.Forms.Submissions;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace EssConsult.Forms.Features;

/// <summary>Where a form that stands alone is read, and where every form is sent. A form that is refused comes back on its page, with what was typed.</summary>
[Public]
[EnableRateLimiting(FormLimits.Policy)]
internal sealed class AnswerFormModel(IContentStore store, IContentDisplay display, IContentDefinitions definitions, FormSheet sheet, AnswerCheck check, SubmitForm submit, FormStamps stamps, FormLimits limits, FormCodes codes, IFormWorkflows circuits, IStringLocalizer words, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string? Form { get; set; }

    internal FormOutline Outline { get; private set; } = null!;

    internal IReadOnlyList<AnswerError> Errors { get; private set; } = [];

    internal string Html { get; private set; } = string.Empty;

    /// <summary>The form has no page but this one.</summary>
    public bool IsAlone { get; private set; }

    private ContentItem page = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await OpenAsync(ct) ?? (page.Part<AutoroutePart>()?.Path is { Length: > 0 } path ? LocalRedirect(Url.Content("~/" + path)) : await ShowAsync(ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await OpenAsync(ct) is { } refused)
        {
            return refused;
        }

        var posted = await Request.ReadFormAsync(ct);
        if (!string.IsNullOrEmpty(posted[FormFrame.Trap]))
        {
            // A program filled in everything. It learns nothing from the answer.
            return Thank(posted[FormFrame.Origin]);
        }

        var stamp = stamps.Read(posted[FormFrame.Stamp], Outline.FormId);
        var sentence = stamp is null ? "Ce formulaire est resté ouvert trop longtemps, ou il a changé. Relisez vos réponses, puis envoyez-les de nouveau."
            : clock.UtcNow() - stamp.ShownUtc < FormStamp.TooFast ? "Vos réponses sont arrivées très vite. Relisez-les, puis envoyez-les de nouveau."
            : limits.IsOver() ? "Trop de réponses viennent de votre réseau. Réessayez dans une heure."
            : null;
        var answers = await check.ReadAsync(Outline, posted, ct);
        var code = Outline.NeedsCode ? await codes.FindAsync(Outline.FormId, posted[FormFrame.Code], ct) : null;
        var codeSentence = !Outline.NeedsCode || (stamp is not null && await submit.IsKeptAsync(stamp, ct)) ? null
            : code is null ? "Ce code n’est pas reconnu. Recopiez les huit signes que vous avez reçus."
            : code.UsedUtc is not null ? "Ce code a déjà servi."
            : null;
        Errors = [.. Sentences(FormFrame.Code, codeSentence), .. answers.Errors, .. Sentences(string.Empty, sentence)];
        sheet.Posted = new PostedForm(Outline.FormId, posted, Errors, stamp);
        return Errors.Count > 0 ? await ShowAsync(ct) : await KeepAsync(stamp!, answers, code, posted[FormFrame.Origin], ct);
    }

    private async Task<IActionResult> KeepAsync(FormStamp stamp, CheckedAnswers answers, FormCode? code, string? origin, CancellationToken ct)
    {
        Submitted submitted;
        try
        {
            submitted = await submit.HandleAsync(Outline, stamp, answers, code, ct);
        }
        catch (RuleException broken) when (broken.Code == FormCodes.Used)
        {
            Errors = [.. Sentences(FormFrame.Code, broken.Message)];
            sheet.Posted = sheet.Posted! with { Errors = Errors };
            return await ShowAsync(ct);
        }

        if (submitted.Run is { IsRefused: true } refused && (refused.Answer is null || IsHere(refused.Location, origin)))
        {
            Errors = [.. refused.Errors.Select(error => new AnswerError(error.Field, error.Sentence))];
            sheet.Posted = sheet.Posted! with { Errors = Errors };
            return await ShowAsync(ct);
        }

        if (submitted.Run?.Answer is { } answer)
        {
            circuits.Keep();
            await answer.ExecuteAsync(HttpContext);
            return new EmptyResult();
        }

        return Thank(origin);
    }

    /// <summary>Twice the same form is thanked for twice: to whoever clicked, both are one.</summary>
    private LocalRedirectResult Thank(string? origin)
    {
        circuits.Thank(Outline.Thanks is { } own
            ? HtmlEncoder.Default.Encode(own)
            : $"<span lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\">{HtmlEncoder.Default.Encode(words["Merci, votre réponse est enregistrée."])}</span>");
        circuits.Keep();
        return LocalRedirect(!string.IsNullOrEmpty(origin) && Url.IsLocalUrl(origin) ? origin : Url.Content($"~/formulaires/{Uri.EscapeDataString(Item)}"));
    }

    private IEnumerable<AnswerError> Sentences(string name, string? sentence) => sentence is null ? [] : [new AnswerError(name, words[sentence])];

    private async Task<IActionResult?> OpenAsync(CancellationToken ct)
    {
        if (await store.FindAsync(Item, ContentVersion.Published, ct) is not { } found || FormOutline.Find(found, Form ?? Item) is not { IsElsewhere: false } outline)
        {
            return NotFound();
        }

        (page, Outline) = (found, outline);
        return display.MayView(found) ? null : User.Identity is { IsAuthenticated: true } ? Forbid() : Challenge();
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        IsAlone = definitions.FindType(page.ContentType)?.Options.Stereotype is { Length: > 0 };
        Html = IsAlone ? await display.BodyAsync(page, ct) : await display.PageAsync(page, ct);
        return Page();
    }

    private bool IsHere(string? location, string? origin) => location is not null && origin is not null
        && (location == origin || Request.PathBase + location == origin || location == origin.Split('?')[0] || Request.PathBase + location == origin.Split('?')[0]);
}
