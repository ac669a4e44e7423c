using System.Globalization;
using EssConsult.Forms.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Forms.Features.Questionnaires;

/// <summary>A questionnaire on one page. Adding, moving and removing a question shows the page again and keeps nothing; only « Enregistrer » does.</summary>
[RequirePermission(Permissions.ManageQuestionnaires)]
internal sealed class EditQuestionnaireModel(IContentStore store, CurrentPerson person, SiteDb db, IStringLocalizer words) : PageModel
{
    private const string New = "nouveau";
    private ContentItem item = null!;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Thanks { get; set; }

    [BindProperty]
    public string? Access { get; set; }

    [BindProperty]
    public string? Stamp { get; set; }

    [BindProperty]
    public List<QuestionInput> Questions { get; set; } = [];

    public bool IsNew => Id == New;

    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        var shown = Questionnaire.Read(item);
        (Title, Note, Thanks, Access, Stamp) = (shown.Title, shown.Note, shown.Thanks, shown.ByCode ? "codes" : "link", StampOf(item));
        Questions = [.. shown.Questions.Select(QuestionInput.Of)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "acte")] string? act, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (act == "fermer")
        {
            await store.UnpublishAsync(item.ContentItemId, ct);
            await db.SaveChangesAsync(ct);
            return Next();
        }

        if (act is not ("enregistrer" or "ouvrir"))
        {
            QuestionList.Change(Questions, act);
            return Page();
        }

        var questions = Questions.Select(question => question.ToQuestion()).ToList();
        QuestionList.Check(TypedText.Clean(Title), questions, isOpening: act == "ouvrir", sentence => ModelState.AddModelError(string.Empty, sentence), words);
        if (!IsNew && Stamp != StampOf(item))
        {
            ModelState.AddModelError(string.Empty, words["Quelqu’un a enregistré ce questionnaire pendant que vous écriviez. Copiez vos questions, puis rouvrez cette page."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        new Questionnaire(TypedText.Clean(Title), TypedText.Clean(Note), TypedText.Clean(Thanks), Access == "codes", questions).WriteTo(item);
        await (act == "ouvrir" ? store.PublishAsync(item, ct) : store.SaveDraftAsync(item, ct));
        await db.SaveChangesAsync(ct);
        return Next();
    }

    private LocalRedirectResult Next() => LocalRedirect(Url.Content($"~/admin/questionnaires/{item.ContentItemId}"));

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        if (IsNew)
        {
            item = store.New("Form", person.Id, person.DisplayName);
            item.Content[Questionnaire.Marker] = new System.Text.Json.Nodes.JsonObject();
            return true;
        }

        if (await store.FindAsync(Id, ContentVersion.Latest, ct) is not { } found || !Questionnaire.Is(found))
        {
            return false;
        }

        (item, IsOpen) = (found, await store.FindAsync(Id, ContentVersion.Published, ct) is not null);
        return true;
    }

    private static string StampOf(ContentItem item) => $"{item.ContentItemVersionId}.{item.ModifiedUtc?.Ticks.ToString(CultureInfo.InvariantCulture)}";
}
