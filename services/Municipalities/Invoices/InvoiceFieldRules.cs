using FluentValidation;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Invoices;

/// <summary>The form of what a run charges.</summary>
internal sealed class InvoiceRunContentValidator : AbstractValidator<V1.InvoiceRunContent?>
{
    private const int MostItems = 100;

    public InvoiceRunContentValidator()
    {
        RuleFor(c => c!.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(c => c!.InvoiceDate).IsDay();
        RuleFor(c => c!.DueDate).IsDayOrAbsent();
        RuleFor(c => c!.DueDate).Must((c, due) => due!.ToDateOnly() >= c!.InvoiceDate.ToDateOnly()).WithMessage("An invoice is paid on or after its date.")
            .When(c => c is { DueDate: not null, InvoiceDate: not null } && c.DueDate.TryToDateOnly(out _) && c.InvoiceDate.TryToDateOnly(out _));
        RuleFor(c => c!.Items).Must(items => items.Count is > 0 and <= MostItems && items.DistinctBy(i => i.CostAllocationId).Count() == items.Count)
            .WithMessage($"Give 1 to {MostItems} allocations, each once.");
        RuleForEach(c => c!.Items).ChildRules(item =>
        {
            item.RuleFor(i => i.CostAllocationId).IsUuid();
            item.RuleFor(i => i.VatTreatment).IsInEnum().NotEqual(V1.VatTreatment.Unspecified);
        });
        RuleFor(c => c!.CorrectsId).IsUuid().When(c => c!.CorrectsId.Length > 0);
    }
}
