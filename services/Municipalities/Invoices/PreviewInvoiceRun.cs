using FluentValidation;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Invoices;

/// <summary>Shows what a run would charge and records nothing.</summary>
internal sealed class PreviewInvoiceRun(InvoiceRunReader reader, TimeProvider time)
{
    public async Task<PreviewInvoiceRunResponse> RunAsync(PreviewInvoiceRunRequest request, Caller caller, CancellationToken ct)
    {
        var moment = new Moment(caller.Subject, time.StorableNow(), time.DutchToday());
        return new PreviewInvoiceRunResponse { Run = (await reader.ComposeAsync(request.Content, moment, ct)).ToPreview() };
    }
}

internal sealed class PreviewInvoiceRunValidator : AbstractValidator<PreviewInvoiceRunRequest>
{
    public PreviewInvoiceRunValidator() => RuleFor(r => r.Content).NotNull().SetValidator(new InvoiceRunContentValidator());
}
