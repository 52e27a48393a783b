// Starts GraphiQL on the endpoint beside this page, with the examples that the page carries as its tabs.
"use strict";

const tabs = JSON.parse(document.getElementById("tabs").textContent);

// The address is relative, so that the page also works behind a proxy that serves Wasl under a path of its own.
const fetcher = GraphiQL.createFetcher({ url: "graphql", enableIncrementalDelivery: false });

// Headers must survive a reload, or the examples would answer in another language. They may hold a token, so they are
// kept only until the browser's tab is closed.
const storage = window.sessionStorage;
const firstVisit = storage.getItem("graphiql:tabState") === null;

const explorer = React.createElement(GraphiQL, {
  fetcher,
  defaultTabs: tabs,
  defaultEditorToolsVisibility: "headers",
  // GraphiQL does not read the headers of the tab that it opens first.
  headers: firstVisit ? tabs[0].headers : undefined,
  shouldPersistHeaders: true,
  storage,
});

ReactDOM.createRoot(document.getElementById("graphiql")).render(explorer);
