using EssConsult.Forms.Questionnaires;

namespace EssConsult.Forms.Submissions;

internal static class FormTables
{
    private const int IdLength = 64;

    public static void Map(ModelBuilder model)
    {
        model.Entity<FormSubmission>(submission =>
        {
            submission.ToTable("form_submission").HasKey(row => row.Id);
            submission.Property(row => row.FormId).HasMaxLength(IdLength);
            submission.Property(row => row.PageId).HasMaxLength(IdLength);
            submission.Property(row => row.VersionId).HasMaxLength(IdLength);
            submission.Property(row => row.Title).HasMaxLength(255);
            submission.Property(row => row.PersonId).HasMaxLength(IdLength);
            submission.Property(row => row.AddressKey).HasMaxLength(254);
            submission.Property(row => row.WorkflowId).HasMaxLength(IdLength);
            submission.HasIndex(row => row.ShownId).HasRule(SubmitForm.Twice, "Votre réponse est déjà enregistrée.");
            submission.HasIndex(row => new { row.FormId, row.AtUtc });
            submission.HasIndex(row => row.AtUtc);
            submission.HasIndex(row => row.PersonId);
            submission.HasIndex(row => row.AddressKey);
            submission.HasMany(row => row.Files).WithOne().HasForeignKey(row => row.SubmissionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FormCode>(code =>
        {
            code.ToTable("form_code").HasKey(row => row.Id);
            code.Property(row => row.FormId).HasMaxLength(IdLength);
            code.Property(row => row.Code).HasMaxLength(16);
            code.Property(row => row.UsedUtc).HasRule(FormCodes.Used, "Ce code a déjà servi.");
            code.HasIndex(row => new { row.FormId, row.Code }).HasRule("form.code-twice", "Deux codes se ressemblent : recommencez.");
        });
        model.Entity<SubmissionFile>(file =>
        {
            file.ToTable("form_file").HasKey(row => row.Id);
            file.Property(row => row.Field).HasMaxLength(255);
            file.Property(row => row.FileName).HasMaxLength(255);
            file.Property(row => row.ContentType).HasMaxLength(100);
        });
    }
}
