using EssConsult.Forms.Outline;
using EssConsult.Forms.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Forms.Features.Questionnaires;

[RequirePermission(Permissions.ManageQuestionnaires)]
internal sealed class QuestionnaireResultsModel(IContentStore store, Results results, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public int Total { get; private set; }

    /// <summary>Texts are read by those who may read answers.</summary>
    public bool MayRead => person.Can(Permissions.ViewFormSubmissions);

    internal IReadOnlyList<QuestionResult> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await store.FindAsync(Id, ContentVersion.Latest, ct) is not { } item || !Questionnaire.Is(item))
        {
            return NotFound();
        }

        Title = item.DisplayText ?? Id;
        (Total, Questions) = await results.OfAsync(FormOutline.Read(item, item), ct);
        return Page();
    }
}
