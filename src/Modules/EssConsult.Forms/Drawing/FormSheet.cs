using EssConsult.Forms.Answers;
using EssConsult.Forms.Outline;
using EssConsult.Forms.Submissions;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Forms.Drawing;

/// <summary>A form that came back to be corrected.</summary>
internal sealed record PostedForm(string FormId, IFormCollection Values, IReadOnlyList<AnswerError> Errors, FormStamp? Stamp);

/// <summary>The form that is being drawn in this request, and what was typed into it before.</summary>
internal sealed class FormSheet
{
    /// <summary>Null outside a form: an element alone shows nothing.</summary>
    public FormOutline? Current { get; private set; }

    public PostedForm? Posted { get; set; }

    public PostedForm? PostedHere => Posted?.FormId == Current?.FormId ? Posted : null;

    public IDisposable Open(FormOutline form)
    {
        Current = form;
        return new Closing(this);
    }

    public string? ErrorOf(string name) =>
        PostedHere?.Errors.Where(error => error.Name == name).Select(error => error.Sentence).ToList() is { Count: > 0 } sentences ? string.Join(" ", sentences) : null;

    private sealed class Closing(FormSheet sheet) : IDisposable
    {
        public void Dispose() => sheet.Current = null;
    }
}
