namespace EssConsult.Forms;

/// <summary>Ours: Orchard stores no answers.</summary>
internal static class Permissions
{
    public const string ViewFormSubmissions = nameof(ViewFormSubmissions);
    public const string ManageFormSubmissions = nameof(ManageFormSubmissions);
    public const string ManageQuestionnaires = nameof(ManageQuestionnaires);
}
