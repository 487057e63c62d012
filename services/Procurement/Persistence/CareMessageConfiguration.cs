using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.CareOrders;

namespace Regio.Procurement.Persistence;

internal sealed class CareFileConfiguration : IEntityTypeConfiguration<CareFile>
{
    public void Configure(EntityTypeBuilder<CareFile> table)
    {
        table.ToTable("care_file");
        table.HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
    }
}

internal sealed class CareFilePieceConfiguration : IEntityTypeConfiguration<CareFilePiece>
{
    public void Configure(EntityTypeBuilder<CareFilePiece> table)
    {
        table.ToTable("care_file_piece", t => t.HasCheckConstraint("ck_care_file_piece_sealed", "key_id <> '' and number >= 0"));
        table.HasKey(p => new { p.FileId, p.Number });
        table.HasIndex(p => p.KeyId);
        table.HasOne<CareFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CareMessageConfiguration : IEntityTypeConfiguration<CareMessage>
{
    public void Configure(EntityTypeBuilder<CareMessage> table)
    {
        table.ToTable("care_message", t =>
        {
            t.HasCheckConstraint("ck_care_message_kind", "kind is not null or outcome = 'Unreadable'");
            t.HasCheckConstraint("ck_care_message_parties", "(municipality_id = '') = (provider_agb_code = '') and (municipality_id <> '' or outcome = 'Unreadable')");
            t.HasCheckConstraint("ck_care_message_number", "(sealed_number is null) = (key_id = '') and (number_hash is not null or outcome = 'Unreadable')");
            t.HasCheckConstraint("ck_care_message_findings", "finding_count >= 0 and (finding_count > 0 or outcome = 'Taken')");
            t.HasCheckConstraint("ck_care_message_answer", "(answer_file_id is null) = (answer_kind is null) and (answer_kind is null or outcome <> 'Unreadable') and (answer_due_on is null or outcome = 'Taken')");
            t.HasCheckConstraint("ck_care_message_destroyed", "destroyed_on is null or sealed_number is null");
        });
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.HasIndex(m => new { m.FileHash, m.Deliverer }).IsUnique();
        table.HasIndex(m => m.NumberHash).IsUnique().HasFilter("outcome = 'Taken'");
        table.HasIndex(m => m.KeyId);
        table.HasIndex(m => new { m.ReceivedAt, m.Id }).HasFilter("destroyed_on is null").HasDatabaseName("ix_care_message_kept");
        table.HasIndex(m => new { m.MunicipalityId, m.Id });
        table.HasIndex(m => new { m.ProviderAgbCode, m.Id });
        table.HasOne<CareFile>().WithOne().HasForeignKey<CareMessage>(m => m.Id).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareFile>().WithMany().HasForeignKey(m => m.AnswerFileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CareFindingConfiguration : IEntityTypeConfiguration<CareFinding>
{
    public void Configure(EntityTypeBuilder<CareFinding> table)
    {
        table.ToTable("care_finding", t => t.HasCheckConstraint("ck_care_finding_level", "level between 1 and 4 and number > 0"));
        table.HasKey(f => new { f.MessageId, f.Number });
        table.HasOne<CareMessage>().WithMany().HasForeignKey(f => f.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}
