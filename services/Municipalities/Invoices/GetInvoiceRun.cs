using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Invoices;

/// <summary>A run with its invoices.</summary>
internal sealed class GetInvoiceRun(InvoiceRunReader reader)
{
    public async Task<GetInvoiceRunResponse> RunAsync(GetInvoiceRunRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var run = await reader.Runs.SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw InvoiceRunReader.Unknown(request.Id, "id");
        return new GetInvoiceRunResponse { Run = run.ToProto() };
    }
}

internal sealed class GetInvoiceRunValidator : AbstractValidator<GetInvoiceRunRequest>
{
    public GetInvoiceRunValidator() => RuleFor(r => r.Id).IsUuid();
}
