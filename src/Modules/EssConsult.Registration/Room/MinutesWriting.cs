using EssConsult.Registration.Door;

namespace EssConsult.Registration.Room;

/// <summary>Begins the minutes of a rendez-vous: a draft with how many the door saw, if it was held, and what the tables confirmed, to be written and published as any page.</summary>
internal sealed class MinutesWriting(IContentStore content, DoorBook door, CurrentPerson person)
{
    public async Task<ContentItem> StartAsync(EventRow row, CancellationToken ct)
    {
        var item = content.New(MinutesType.Name, person.RequiredId, person.DisplayName);
        item.DisplayText = $"Compte rendu : {row.Title}";
        item.Put(new TitlePart(item.DisplayText));
        item.Put(new MinutesPart { EventId = row.ContentItemId, Attendance = (await door.ReadAsync(row, ct)).State.Present is > 0 and var came ? came : null });
        item.Put(new MarkdownBodyPart("## Ce qui s’est dit\n\n## Ce qui a été décidé\n\n## La suite\n"));
        await content.SaveDraftAsync(item, ct);
        return item;
    }
}
