using EssConsult.Forms.Answers;
using EssConsult.Forms.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Forms.Features.Admin;

[RequirePermission(Permissions.ViewFormSubmissions)]
internal sealed class SubmissionsModel(ListSubmissions submissions, ListForms forms) : PageModel
{
    private const int MostColumns = 6;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    public string FormTitle { get; private set; } = string.Empty;

    internal SubmissionFilter Filter { get; private set; } = null!;

    internal IReadOnlyList<(FormSubmission Row, IReadOnlyList<Answer> Answers)> Rows { get; private set; } = [];

    /// <summary>The first questions of the newest answers.</summary>
    internal IReadOnlyList<Answer> Columns { get; private set; } = [];

    public int Number { get; private set; }

    public int Total { get; private set; }

    public int PageCount => (Total + ListSubmissions.PageSize - 1) / ListSubmissions.PageSize;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? words, [FromQuery(Name = "du")] string? from, [FromQuery(Name = "au")] string? to, [FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        if ((await submissions.TitleAsync(Id, ct) ?? (await forms.ReadAsync(ct)).FirstOrDefault(form => form.FormId == Id)?.Title) is not { } title)
        {
            return NotFound();
        }

        (FormTitle, Filter, Number) = (title, SubmissionFilter.Of(Id, words, from, to), Math.Clamp(number, 1, 10_000));
        (var rows, Total) = await submissions.PageAsync(Filter, Number, ct);
        Rows = [.. rows.Select(row => (row, Answer.Read(row.Answers)))];
        Columns = [.. Rows.SelectMany(row => row.Answers).DistinctBy(answer => answer.Name).Take(MostColumns)];
        return Page();
    }
}
