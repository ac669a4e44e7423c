using EssConsult.Forms.Answers;
using EssConsult.Forms.Contracts;
using EssConsult.Forms.Outline;
using EssConsult.Forms.Questionnaires;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Forms.Submissions;

/// <param name="IsTwice">The same form was sent before: nothing happened.</param>
/// <param name="Run">What a circuit made of it; null when none is linked.</param>
internal sealed record Submitted(bool IsTwice, FormRun? Run);

/// <summary>
/// Keeps answers that were checked, and runs the circuit that the form is linked to, in one commit. What a circuit refuses is not kept; a
/// run that breaks down loses nobody's answers.
/// </summary>
internal sealed class SubmitForm(SiteDb db, IFormEntrances entrances, IFormWorkflows circuits, SubmissionFiles files, Clicks clicks, CurrentPerson person, TimeProvider clock)
{
    public const string Twice = "form.twice";
    private const int TitleLength = 255;

    /// <exception cref="RuleException">Somebody has just used the code.</exception>
    public async Task<Submitted> HandleAsync(FormOutline form, FormStamp stamp, CheckedAnswers answers, FormCode? code, CancellationToken ct)
    {
        using var turn = await clicks.EnterAsync(stamp.ShownId, ct);
        if (await IsKeptAsync(stamp, ct))
        {
            return new Submitted(IsTwice: true, Run: null);
        }

        var submission = Row(form, stamp, answers);
        var kept = false;
        try
        {
            foreach (var (file, row) in answers.Files.Zip(submission.Files))
            {
                await files.WriteAsync(row.Id, file.Upload.Bytes, ct);
            }

            var submitted = await CommitAsync(form, submission, code, ct);
            kept = submitted is { IsTwice: false, Run: null or { IsRefused: false } };
            return submitted;
        }
        finally
        {
            if (!kept)
            {
                files.Delete(submission.Files.Select(file => file.Id));
            }
        }
    }

    public Task<bool> IsKeptAsync(FormStamp stamp, CancellationToken ct) => db.Set<FormSubmission>().AnyAsync(row => row.ShownId == stamp.ShownId, ct);

    /// <summary>The circuit stages, then all is saved at once: nobody waits to write while a circuit asks another site.</summary>
    private async Task<Submitted> CommitAsync(FormOutline form, FormSubmission submission, FormCode? code, CancellationToken ct)
    {
        var link = form.WorkflowTypeId is { } type ? new FormLink(type, form.ActivityId ?? string.Empty) : entrances.Read(form.Action);
        var run = entrances.Find(link?.WorkflowTypeId, link?.ActivityId) is { } entrance ? await circuits.RunAsync(entrance, ct) : null;
        if (run is not { IsRefused: true })
        {
            submission.WorkflowId = run?.WorkflowId;
            db.Add(submission);
            code?.UsedUtc = clock.UtcNow().Date;
            db.Publish(new FormSubmitted(submission.Id, submission.FormId, submission.PageId));
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (RuleException broken) when (broken.Code == Twice)
        {
            db.ChangeTracker.Clear();
            return new Submitted(IsTwice: true, Run: null);
        }

        return new Submitted(IsTwice: false, run);
    }

    private FormSubmission Row(FormOutline form, FormStamp stamp, CheckedAnswers answers)
    {
        var submission = new FormSubmission
        {
            ShownId = stamp.ShownId, FormId = form.FormId, PageId = form.PageId, VersionId = form.PageVersionId,
            Title = form.Title.Length > TitleLength ? form.Title[..TitleLength] : form.Title,
            AtUtc = clock.UtcNow(), PersonId = person.Id, AddressKey = answers.Address is { } address ? EmailAddress.Normalize(address) : null,
            Answers = Answer.Write(answers.Answers), AnswersKey = TextKey.Of(string.Join(' ', answers.Answers.SelectMany(answer => answer.Values))),
        };
        submission.Files.AddRange(answers.Files.Select(file => new SubmissionFile
        {
            SubmissionId = submission.Id, Field = file.Field, FileName = file.Upload.FileName, ContentType = file.Upload.ContentType, Bytes = file.Upload.Bytes.Length,
        }));
        return submission;
    }
}
