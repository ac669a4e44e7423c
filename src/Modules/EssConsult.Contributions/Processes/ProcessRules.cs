namespace EssConsult.Contributions;

/// <summary>What a démarche must be before readers see it. Its mandate is complete because those fields are required (its type says so).</summary>
internal sealed class ProcessRules : IContentHandler
{
    public Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        if (change is { Act: ContentAct.Publish, Item.ContentType: "Process" } && ProcessReader.Phases(change.Item).FirstOrDefault(phase => phase.EndsUtc <= phase.StartsUtc) is { } wrong)
        {
            throw new RuleException("process.phase-dates", "L’étape « {0} » finit avant de commencer : corrigez ses dates.", wrong.Title);
        }

        return Task.CompletedTask;
    }
}
