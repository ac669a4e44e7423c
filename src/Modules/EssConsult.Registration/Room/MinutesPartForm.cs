namespace EssConsult.Registration.Room;

internal sealed class MinutesPartForm : IPartForm
{
    public string PartName => nameof(MinutesPart);

    public string Label => "Présence et décisions";

    public IReadOnlyList<PartMember> MembersOf(string contentType) =>
    [
        new(nameof(MinutesPart.Attendance), "Nombre de personnes présentes", PartMemberKind.Number),
        new(nameof(MinutesPart.Decisions), "Décisions", PartMemberKind.Paragraph) { Hint = "Une par ligne." },
    ];
}
