namespace EssConsult.Workflows.Storage;

internal static class WorkflowTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<WorkflowTypeRow>(type =>
        {
            type.ToTable("workflow_type").HasKey(row => row.Id);
            type.Property(row => row.Id).HasMaxLength(WorkflowLimits.IdLength);
            type.Property(row => row.Name).HasMaxLength(255);
            type.Property(row => row.Json).HasColumnType("text");
            type.Property(row => row.Draft).HasColumnType("text");
            type.Property(row => row.Version).HasRule("workflow.edited", "Quelqu’un d’autre vient de modifier ce circuit. La page est à jour.");
        });
        model.Entity<WorkflowInstanceRow>(instance =>
        {
            instance.ToTable("workflow_instance").HasKey(row => row.Id);
            instance.Property(row => row.Id).HasMaxLength(26);
            instance.Property(row => row.TypeId).HasMaxLength(WorkflowLimits.IdLength);
            instance.Property(row => row.CorrelationId).HasMaxLength(WorkflowLimits.CorrelationLength);
            instance.Property(row => row.State).HasColumnType("text");
            instance.Property(row => row.Version).HasRule("workflow.moved", "Cette exécution a avancé entre-temps. La page est à jour.");
            instance.HasIndex(row => new { row.TypeId, row.Status, row.ModifiedUtc });
            instance.HasOne<WorkflowTypeRow>().WithMany().HasForeignKey(row => row.TypeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WorkflowWaitRow>(wait =>
        {
            wait.ToTable("workflow_wait").HasKey(row => new { row.InstanceId, row.ActivityId });
            wait.Property(row => row.ActivityId).HasMaxLength(WorkflowLimits.IdLength);
            wait.Property(row => row.ActivityName).HasMaxLength(WorkflowLimits.NameLength);
            wait.Property(row => row.TypeId).HasMaxLength(WorkflowLimits.IdLength);
            wait.Property(row => row.CorrelationId).HasMaxLength(WorkflowLimits.CorrelationLength);
            wait.HasIndex(row => new { row.ActivityName, row.CorrelationId });
            wait.HasIndex(row => new { row.TypeId, row.ActivityId });
            wait.HasIndex(row => row.DueUtc);
            wait.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(row => row.InstanceId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WorkflowJournalRow>(line =>
        {
            line.ToTable("workflow_journal").HasKey(row => new { row.InstanceId, row.Number });
            line.Property(row => row.ActivityId).HasMaxLength(WorkflowLimits.IdLength);
            line.Property(row => row.ActivityName).HasMaxLength(WorkflowLimits.NameLength);
            line.HasOne<WorkflowInstanceRow>().WithMany().HasForeignKey(row => row.InstanceId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WorkflowTriggerRow>(trigger =>
        {
            trigger.ToTable("workflow_trigger").HasKey(row => row.Number);
            trigger.Property(row => row.EventName).HasMaxLength(WorkflowLimits.NameLength);
            trigger.Property(row => row.CorrelationId).HasMaxLength(WorkflowLimits.CorrelationLength);
        });
        model.Entity<WorkflowTimerRow>(timer =>
        {
            timer.ToTable("workflow_timer").HasKey(row => row.TypeId);
            timer.Property(row => row.TypeId).HasMaxLength(WorkflowLimits.IdLength);
            timer.Property(row => row.ActivityId).HasMaxLength(WorkflowLimits.IdLength);
            timer.HasIndex(row => row.NextUtc);
            timer.HasOne<WorkflowTypeRow>().WithMany().HasForeignKey(row => row.TypeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WorkflowDueRow>(due =>
        {
            due.ToTable("workflow_due").HasKey(row => row.Number);
            due.Property(row => row.TypeId).HasMaxLength(WorkflowLimits.IdLength);
            due.Property(row => row.ActivityId).HasMaxLength(WorkflowLimits.IdLength);
            due.Property(row => row.InstanceId).HasMaxLength(26);
            due.HasIndex(row => row.InstanceId);
            due.Property(row => row.CorrelationId).HasMaxLength(WorkflowLimits.CorrelationLength);
        });
    }
}
